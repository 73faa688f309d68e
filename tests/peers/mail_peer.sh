#!/bin/sh
# Starts a real mail house on 127.0.0.1: Dovecot (Debian; IMAP) and aiosmtpd (PyPI; SMTP), each installed once.
#   IMAP_PORT, IMAPS_PORT, SMTP_PORT; accounts winkel@jas.test and klant@jas.test, password "pw"
# Dovecot comes from Debian with apt (root), or must be there already. Mail lives in a folder that is thrown away.
set -eu
home=${TOONBANK_PEERS:-$HOME/.cache/toonbank-peers}/mail
scripts=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$home"
if [ ! -f "$home/installed" ]; then
  python3 -m venv "$home/py"
  "$home/py/bin/pip" install -q 'aiosmtpd==1.4.6'
  touch "$home/installed"
fi
if [ ! -x /usr/sbin/dovecot ]; then
  [ "$(id -u)" = 0 ] || { echo "Dovecot is not here: apt-get install dovecot-imapd" >&2; exit 1; }
  # A server that apt starts by itself would listen everywhere.
  printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends dovecot-imapd; } >/dev/null
  rm -f /usr/sbin/policy-rc.d
fi

run=$(mktemp -d)
chmod 755 "$run"
mkdir -p "$run/mail" "$run/base" "$run/state"
if [ "$(id -u)" = 0 ]; then
  chown nobody "$run/mail"
  users="default_internal_user = nobody
default_login_user = nobody
default_internal_group = nogroup
mail_uid = nobody
mail_gid = nogroup"
else
  users="default_internal_user = $(id -un)
default_login_user = $(id -un)
default_internal_group = $(id -gn)
service anvil { chroot = }
service imap-login { chroot = }"
fi
openssl req -x509 -newkey rsa:2048 -nodes -keyout "$run/key.pem" -out "$run/cert.pem" -days 2 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost,IP:127.0.0.1 2>/dev/null
cat > "$run/dovecot.conf" <<T
protocols = imap
listen = 127.0.0.1
base_dir = $run/base
state_dir = $run/state
log_path = /dev/stderr
ssl = yes
ssl_cert = <$run/cert.pem
ssl_key = <$run/key.pem
disable_plaintext_auth = no
auth_failure_delay = 0
auth_mechanisms = plain login
first_valid_uid = 1
$users
mail_location = maildir:$run/mail/%u
passdb {
  driver = static
  args = password=pw
}
userdb {
  driver = static
  args = home=$run/mail/%u
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Verzonden {
    auto = create
    special_use = \Sent
  }
}
service imap-login {
  inet_listener imap { port = $IMAP_PORT }
  inet_listener imaps { port = $IMAPS_PORT }
}
T
# A setting in braces on one line is not understood by Dovecot.
sed -i 's/^  inet_listener \(.*\) { \(port = .*\) }$/  inet_listener \1 {\n    \2\n  }/; s/^service \(.*\) { \(chroot =\) }$/service \1 {\n  \2\n}/' "$run/dovecot.conf"
trap 'kill "$dovecot" "$smtp" 2>/dev/null; wait; rm -rf "$run"' EXIT INT TERM
/usr/sbin/dovecot -F -c "$run/dovecot.conf" &
dovecot=$!
"$home/py/bin/python" "$scripts/mail_peer.py" "$SMTP_PORT" "$run/cert.pem" "$run/key.pem" &
smtp=$!
wait

"""Which machines may be called for somebody who typed an address: public ones, unless the settings allow more."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from toonbank.sources.seen import Words

AnyAddress = IPv4Address | IPv6Address

# What Python's `is_global` lets through, or judges differently from version to version.
# Source: IANA special-purpose address registries; tunnels (6to4, Teredo) may end anywhere and are no place for a shop.
_NOT_PUBLIC = tuple(
    ip_network(network)
    for network in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
        "fc00::/7", "fe80::/9", "ff00::/8",
    )
)  # fmt: skip
# A network with only IPv6 wraps every public IPv4 address in this one.
_WRAPPED = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Does this address (without a name) belong to the public internet? False for what cannot be read."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    found = _inner(found)
    if any(found in network for network in _NOT_PUBLIC if network.version == found.version):
        return False
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def is_within(address: str, networks: tuple[str, ...]) -> bool:
    """Is this address in one of the networks, each written like "192.168.1.0/24"?"""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return any(found in ip_network(network, strict=False) for network in networks)


def _inner(address: AnyAddress) -> AnyAddress:
    """The IPv4 address inside an IPv6 one that only wraps it."""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is not None:
            return address.ipv4_mapped
        if address in _WRAPPED:
            return IPv4Address(int(address) & 0xFFFFFFFF)
    return address


def refusal(host: str) -> Words:
    """Why a host is not called."""
    return {
        "nl": f"Het adres {host} ligt in een eigen of afgesloten netwerk; daar halen wij voor de veiligheid niets op. "
        "Wie Toonbank beheert kan dat netwerk toestaan.",
        "en": f"The address {host} lies in a private or closed network; for safety nothing is fetched from there. "
        "Who runs Toonbank can allow that network.",
    }

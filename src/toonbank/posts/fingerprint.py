"""The fingerprint of what an approval says yes to: text, language, pictures, account and whom it answers, and nothing else."""

import hashlib
import json

from toonbank.posts.models import Kind, Post, Variant


def text_for(post: Post, variant: Variant) -> str:
    """The words that go to this variant's account."""
    return variant.text or post.text


def fingerprint(post: Post, variant: Variant) -> str:
    """SHA-256 in hex; any change of words, language, picture, alt text, order, account or of whom it answers changes it."""
    pictures = [[picture.sha256, picture.alt] for picture in post.pictures.all()]
    said = [post.pk, variant.account_id, text_for(post, variant), post.lang, pictures]
    if post.kind == Kind.REPLY:  # posts keep the fingerprints that they had before there were replies
        said += [post.answers_remote_id, post.answers_root, post.answers_handle, post.is_private]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode("ascii")).hexdigest()

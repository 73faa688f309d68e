"""The fingerprint of what an approval says yes to: text, language, pictures and account, and nothing else."""

import hashlib
import json

from toonbank.posts.models import Post, Variant


def text_for(post: Post, variant: Variant) -> str:
    """The words that go to this variant's account."""
    return variant.text or post.text


def fingerprint(post: Post, variant: Variant) -> str:
    """SHA-256 in hex; any change of words, language, picture, alt text, order or account changes it."""
    pictures = [[picture.sha256, picture.alt] for picture in post.pictures.all()]
    said = [post.pk, variant.account_id, text_for(post, variant), post.lang, pictures]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode("ascii")).hexdigest()

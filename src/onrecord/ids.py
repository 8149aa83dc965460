"""Ids hashed from content: the same content has the same id, on every machine and in every run."""

from hashlib import blake2b


def hash_id(prefix: str, *parts: str) -> str:
    """Return `prefix` and 16 hexadecimal digits hashed from `parts`, in their order.

    The length of each part is hashed too, so that ("ab", "c") and ("a", "bc") differ:
    `hash_id("s", "x", "1")` is always `"s" + 16 digits`.
    """
    digest = blake2b(digest_size=8)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return prefix + digest.hexdigest()


def row_id(prefix: str, article_id: str, *spans: tuple[int, int]) -> str:
    """Return the id of a row of `article_id` that stands at `spans`.

    It rests on the words' place alone and not on what was read into them, so that a person's
    decision finds its row again after a newer model has read the article.
    """
    return hash_id(prefix, article_id, *(f"{start}-{end}" for start, end in spans))

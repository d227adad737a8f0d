"""Digests of what results depend on."""

try:  # hashlib loads OpenSSL on the way, which takes longer than all else that a known result takes
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]

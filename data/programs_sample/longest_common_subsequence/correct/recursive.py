from functools import lru_cache


@lru_cache(maxsize=None)
def lcs(s: str, t: str) -> str:
    """Return a longest common subsequence of s and t."""
    if not s or not t:
        return ""
    if s[0] == t[0]:
        return s[0] + lcs(s[1:], t[1:])
    left, right = lcs(s[1:], t), lcs(s, t[1:])
    return left if len(left) > len(right) else right


answer = lcs(input().strip(), input().strip())
print(answer if answer != "" else "-")

s = open(0).read()
opening = "([{"
closing = ")]}"
st = []
ans = "yes"
for c in s:
    if c in opening:
        st.append(c)
    elif c in closing:
        last = st.pop()
        if opening.index(last) != closing.index(c):
            ans = "no"
            break
if st:
    ans = "no"
print(ans)

def trapped(heights: list[int]) -> int:
    """Fill the water in layers, with a stack of falling walls."""
    stack: list[int] = []
    water = 0
    for i, height in enumerate(heights):
        while stack and heights[stack[-1]] <= height:
            bottom = heights[stack.pop()]
            if stack:
                depth = min(heights[stack[-1]], height) - bottom
                water += depth * (i - stack[-1] - 1)
        stack.append(i)
    return water


input()
print(trapped([int(x) for x in input().split()]))

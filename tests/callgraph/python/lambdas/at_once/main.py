(lambda number: number)(1)

"""A synthetic snapshot of any size, made inside the server so that nothing large crosses the wire."""

import psycopg2

SNAPSHOT_ID = "00000000-0000-8000-8000-000000000001"

NODES = """
INSERT INTO "AstNode" (id, "filePath", type, "parentId", "snapshotId", data, location, "originalType", "updatedAt")
SELECT md5('n' || i)::uuid, 'src/module_' || (i / 700) || '.py',
       (ARRAY['Module','Block','Function','Conditional','Loop','Return','Variable','Parameter','Assignment','Literal',
              'Call','MemberExpression','Identifier','ExpressionStatement','Import','Unknown'])[1 + (i * 7919) %% 16],
       CASE WHEN i %% 700 = 0 THEN NULL ELSE md5('n' || (i - 1 - (i %% 700 - 1) / 2))::uuid END,
       %(snapshot)s,
       jsonb_build_object('name', 'identifier_' || (i %% 5000), 'kind', 'const', 'initializerId', md5('n' || (i + 1))),
       jsonb_build_object('startLine', i %% 700, 'startCol', 4, 'endLine', i %% 700, 'endCol', 30),
       'identifier', now()
FROM generate_series(0::bigint, %(nodes)s - 1) i
"""

EDGES = """
INSERT INTO "GraphEdge" (id, "fromId", "toId", kind, "filePath", "snapshotId", version)
SELECT md5('e' || i)::uuid, md5('n' || (i * 7) %% %(nodes)s)::uuid, md5('n' || (i * i + 13) %% %(nodes)s)::uuid,
       (ARRAY['Call','Import','MemberAccess','Assignment','ResolvesTo','Declares'])[1 + i %% 6],
       'src/module_' || (i / 900) || '.py', %(snapshot)s, 1
FROM generate_series(0::bigint, %(edges)s - 1) i
"""


def fill(dsn: str, nodes: int, edges: int) -> str:
    """Make the snapshot and return its id; tables must exist. Node i's parent stands before it."""
    values = {"snapshot": SNAPSHOT_ID, "nodes": nodes, "edges": edges}
    connection = psycopg2.connect(dsn)
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute("INSERT INTO \"Snapshot\" VALUES (%(snapshot)s, 'v1', 'synthetic', now())", values)
            cursor.execute(NODES, values)
            cursor.execute(EDGES, values)
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    finally:
        connection.close()
    return SNAPSHOT_ID

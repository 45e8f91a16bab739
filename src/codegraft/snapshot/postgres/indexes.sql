-- Keys and indexes of the tables in schema.sql, made once they are filled: rows then cost a sort instead of a search.

ALTER TABLE {schema}."AstNode" ADD CONSTRAINT "AstNode_pkey" PRIMARY KEY ("id");
CREATE INDEX "AstNode_type_idx" ON {schema}."AstNode" ("type");
CREATE INDEX "AstNode_filePath_idx" ON {schema}."AstNode" ("filePath");
CREATE INDEX "AstNode_parentId_idx" ON {schema}."AstNode" ("parentId");
ALTER TABLE {schema}."AstNode" ADD CONSTRAINT "AstNode_parentId_fkey"
    FOREIGN KEY ("parentId") REFERENCES {schema}."AstNode" ("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE {schema}."AstNode" ADD CONSTRAINT "AstNode_snapshotId_fkey"
    FOREIGN KEY ("snapshotId") REFERENCES {schema}."Snapshot" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE {schema}."GraphEdge" ADD CONSTRAINT "GraphEdge_pkey" PRIMARY KEY ("id");
CREATE INDEX "GraphEdge_fromId_idx" ON {schema}."GraphEdge" ("fromId");
CREATE INDEX "GraphEdge_toId_idx" ON {schema}."GraphEdge" ("toId");
CREATE INDEX "GraphEdge_kind_idx" ON {schema}."GraphEdge" ("kind");
CREATE INDEX "GraphEdge_filePath_idx" ON {schema}."GraphEdge" ("filePath");
CREATE INDEX "GraphEdge_snapshotId_idx" ON {schema}."GraphEdge" ("snapshotId");
ALTER TABLE {schema}."GraphEdge" ADD CONSTRAINT "GraphEdge_snapshotId_fkey"
    FOREIGN KEY ("snapshotId") REFERENCES {schema}."Snapshot" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE INDEX "Snapshot_snapshotVersion_idx" ON {schema}."Snapshot" ("snapshotVersion");

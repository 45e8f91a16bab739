-- The tables of a snapshot database. {schema} is the quoted name of the schema.

CREATE TABLE IF NOT EXISTS {schema}."Snapshot" (
    "id" UUID NOT NULL,
    "snapshotVersion" TEXT NOT NULL,
    "rootPath" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("id")
);

CREATE TABLE IF NOT EXISTS {schema}."AstNode" (
    "id" UUID NOT NULL,
    "filePath" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "parentId" UUID,
    "snapshotId" UUID NOT NULL,
    "data" JSONB NOT NULL,
    "location" JSONB,
    "originalType" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL
);

CREATE TABLE IF NOT EXISTS {schema}."GraphEdge" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "filePath" TEXT NOT NULL,
    "snapshotId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- Ours alone: what was loaded, in the same transaction, because "Snapshot" cannot say whether it is whole.
CREATE TABLE IF NOT EXISTS {schema}."SnapshotCount" (
    "snapshotId" UUID NOT NULL,
    "nodes" BIGINT NOT NULL,
    "edges" BIGINT NOT NULL,
    CONSTRAINT "SnapshotCount_pkey" PRIMARY KEY ("snapshotId"),
    CONSTRAINT "SnapshotCount_snapshotId_fkey"
        FOREIGN KEY ("snapshotId") REFERENCES {schema}."Snapshot" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

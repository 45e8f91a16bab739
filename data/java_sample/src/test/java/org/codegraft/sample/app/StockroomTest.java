package org.codegraft.sample.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.codegraft.sample.common.AuditIndex;
import org.codegraft.sample.common.Audited;
import org.codegraft.sample.report.Renderer;
import org.junit.jupiter.api.Test;

class StockroomTest {

    @Test
    void demoRuns() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            Demo.run(out, Renderer.forFormat("boxed"));
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("184.80"));
        assertTrue(text.contains("writeoff of 30 x MLK-0001"));
    }

    @Test
    void auditIndex() {
        AuditIndex index = AuditIndex.scan(Stockroom.class);
        assertEquals(1, index.atLeast(Audited.Level.CRITICAL).size());
        assertEquals("Stockroom#fund", index.entries().get(0).signature());
    }
}

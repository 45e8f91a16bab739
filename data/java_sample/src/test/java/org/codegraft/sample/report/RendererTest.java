package org.codegraft.sample.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RendererTest {

    private final Table table = Table.builder("T").column("a").column("n", Column.Align.RIGHT)
            .row("x,y", 1).row("z", 20).build();

    @Test
    void text() {
        assertEquals("""
                T
                a     n
                -------
                x,y   1
                z    20
                """, Renderer.forFormat("text").render(table));
    }

    @Test
    void csv() {
        assertEquals("a,n\n\"x,y\",1\nz,20\n", Renderer.forFormat("csv").render(table));
    }

    @Test
    void unknownFormat() {
        assertThrows(IllegalArgumentException.class, () -> Renderer.forFormat("pdf"));
    }
}

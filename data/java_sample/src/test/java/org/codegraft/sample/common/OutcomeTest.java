package org.codegraft.sample.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    @Test
    void mapsSuccess() {
        assertEquals(4, Outcome.success("four").map(String::length).orElse(0));
    }

    @Test
    void carriesFailureThrough() {
        Outcome<Integer> failed = Outcome.<String>attempt(() -> {
            throw new NotFoundException("thing", 7);
        }).map(String::length);
        assertFalse(failed.isSuccess());
        assertEquals(-1, failed.recover(e -> -1).orElseThrow());
        assertThrows(IllegalStateException.class, failed::orElseThrow);
    }

    @Test
    void combines() {
        assertEquals(List.of(1, 2), Outcome.<Integer>all(List.of(Outcome.success(1), Outcome.success(2))).orElseThrow());
    }

    @Test
    void numbersIds() {
        IdSequence ids = new IdSequence("X", 3);
        assertEquals("X-001", ids.get());
        assertEquals("X-002", ids.peek());
    }

    @Test
    void checksRanges() {
        assertThrows(ValidationException.class, () -> Checks.inRange(5, 1, 4, "n"));
        assertEquals("n", assertThrows(ValidationException.class, () -> Checks.positive(0, "n")).subject());
    }
}

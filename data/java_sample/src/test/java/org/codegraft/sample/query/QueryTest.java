package org.codegraft.sample.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {

    private static final Fields<String> FIELDS =
            new Fields<String>().with("text", text -> text).with("length", String::length);

    private static List<String> find(String query) throws QuerySyntaxException {
        return Query.<String>parse(query, FIELDS).over(List.of("tea", "milk", "coffee")).toList();
    }

    @Test
    void evaluates() throws Exception {
        assertEquals(List.of("tea", "coffee"), find("text ~ e and length >= 3"));
        assertEquals(List.of("milk"), find("not (text = tea or length > 5)"));
    }

    @Test
    void andBindsMoreTightly() throws Exception {
        assertEquals("(a = 1.0 or (b = 2.0 and c = x))", Query.parse("a=1 or b=2 and c='x'", FIELDS).toString());
    }

    @Test
    void reportsThePosition() {
        assertEquals(7, assertThrows(QuerySyntaxException.class, () -> find("length ; 3")).position());
        assertFalse(Query.tryParse("length <", FIELDS).isSuccess());
    }
}

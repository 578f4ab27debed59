package org.clearlane.app.codes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.edits.codes.CodeChanges;
import org.clearlane.edits.codes.CodeCheck;
import org.clearlane.edits.codes.CodeImport;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.CodeSets;
import org.clearlane.edits.codes.CodeTable;
import org.clearlane.edits.codes.TableHead;

/** What the command says, for people and for programs. */
final class CodeReports {

    private static final int MOST_CODES_TOLD = 20;

    private CodeReports() {}

    static Map<String, Object> set(CodeSets codes, CodeSet set) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("set", set.id());
        all.put("title", set.title());
        all.put("rows", codes.tables(set).isEmpty() ? 0 : codes.size(set));
        all.put("editions", codes.tables(set).stream().map(CodeReports::edition).toList());
        return all;
    }

    private static Map<String, Object> edition(CodeTable table) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("version", table.head().version());
        all.put("from", day(table.head().from()));
        if (table.head().knownUntil() != TableHead.ALWAYS) {
            all.put("completeUntil", day(table.head().knownUntil()));
        }
        all.put("source", table.head().source());
        all.put("licence", table.head().licence());
        all.put("file", table.file().getFileName().toString());
        all.put("imported", table.imported());
        return all;
    }

    static String table(List<Map<String, Object>> sets) {
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> set : sets) {
            text.append("%-22s %,9d  %s%n".formatted(set.get("set"), set.get("rows"), set.get("title")));
            if (set.get("editions") instanceof List<?> editions) {
                for (Object each : editions) {
                    if (each instanceof Map<?, ?> edition) {
                        text.append("%34s%s from %s%s, %s%n"
                                .formatted(
                                        "",
                                        edition.get("version"),
                                        edition.get("from"),
                                        edition.get("completeUntil") == null
                                                ? ""
                                                : " complete until " + edition.get("completeUntil"),
                                        Boolean.TRUE.equals(edition.get("imported"))
                                                ? "imported as " + edition.get("file")
                                                : "came along"));
                    }
                }
            }
        }
        return text.toString().stripTrailing();
    }

    static Map<String, Object> answers(String code, LocalDate day, List<CodeCheck.Answer> answers) {
        List<Map<String, Object>> sets = new ArrayList<>();
        for (CodeCheck.Answer answer : answers) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("set", answer.set().id());
            one.put("standing", answer.standing().name());
            one.put("words", answer.words());
            sets.add(one);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("code", code);
        all.put("on", day.toString());
        all.put("sets", sets);
        return all;
    }

    static String text(String code, LocalDate day, List<CodeCheck.Answer> answers) {
        StringBuilder text = new StringBuilder(code + " on " + day + ":");
        for (CodeCheck.Answer answer : answers) {
            text.append("%n  %-22s %s".formatted(answer.set().id(), answer.words()));
        }
        return answers.isEmpty() ? text + " no set is loaded that could say" : text.toString();
    }

    static Map<String, Object> imported(CodeSet set, CodeImport.Imported imported) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("set", set.id());
        all.put("file", imported.file().toString());
        all.put("rows", imported.rows());
        all.put("begun", imported.changes().begun());
        all.put("ended", imported.changes().ended());
        return all;
    }

    static String text(CodeSet set, CodeImport.Imported imported) {
        CodeChanges changes = imported.changes();
        return "%s: %,d rows are kept as %s%s%s%nStart the service again to judge by them."
                .formatted(
                        set.id(),
                        imported.rows(),
                        imported.file(),
                        some("begin", changes.begun()),
                        some("end", changes.ended()));
    }

    private static String some(String verb, List<String> codes) {
        if (codes.isEmpty()) {
            return "";
        }
        return "%n  %,d codes %s: %s%s"
                .formatted(
                        codes.size(),
                        verb,
                        String.join(" ", codes.subList(0, Math.min(MOST_CODES_TOLD, codes.size()))),
                        codes.size() > MOST_CODES_TOLD ? " …" : "");
    }

    static String day(int day) {
        return "%04d-%02d-%02d".formatted(day / 10_000, day / 100 % 100, day % 100);
    }

    static String json(Object value) throws JsonProcessingException {
        return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value);
    }
}

package org.clearlane.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelSource;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language rules are written in: CEL over {@link Vocabulary}, with its limits. Expressions are checked against the
 * types of a claim before they run, so a misspelt field is found when the file is read and not when a claim comes. Built
 * when the first rule is read, because a house without rules should not wait for it.
 */
final class RuleLanguage {

    /** Characters of one expression. */
    static final int LONGEST = 4_000;
    /** Entries of lists one look at one claim may visit; what takes more is told as not evaluated. */
    static final int MOST_ITERATIONS = 20_000;

    /** Days between two days that can only be told when both are real. */
    private static final long NO_DAYS = -1_000_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_ITERATIONS)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(60)
            .build();

    private static final Pattern UNKNOWN_FIELD = Pattern.compile("undefined field '([^']+)'.*", Pattern.DOTALL);
    private static final Pattern UNKNOWN_NAME = Pattern.compile("undeclared reference to '([^']+)'.*", Pattern.DOTALL);
    private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '([^']+)'.*", Pattern.DOTALL);
    private static final Set<String> FUNCTIONS = Set.of("days", "years", "size", "matches", "startsWith", "endsWith");

    private final Map<Each, CelCompiler> compilers = new EnumMap<>(Each.class);
    private final CelRuntime runtime;

    RuleLanguage() {
        CelTypeProvider types = new Types();
        for (Each each : Each.values()) {
            CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                    .setOptions(OPTIONS)
                    .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                    .setTypeProvider(types)
                    .addVar("claim", Vocabulary.CLAIM.type())
                    .addVar("today", SimpleType.STRING)
                    .setResultType(SimpleType.BOOL)
                    .addFunctionDeclarations(function("days"), function("years"));
            if (each.shape() != null) {
                builder.addVar(each.word(), each.shape().type());
            }
            compilers.put(each, builder.build());
        }
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(
                        CelFunctionBinding.from("days_text_text", String.class, String.class, RuleLanguage::days))
                .addFunctionBindings(
                        CelFunctionBinding.from("years_text_text", String.class, String.class, RuleLanguage::years))
                .build();
    }

    private static CelFunctionDecl function(String name) {
        return CelFunctionDecl.newFunctionDeclaration(
                name,
                CelOverloadDecl.newGlobalOverload(
                        name + "_text_text", SimpleType.INT, SimpleType.STRING, SimpleType.STRING));
    }

    private static Long days(String from, String to) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        return first == null || last == null ? NO_DAYS : ChronoUnit.DAYS.between(first, last);
    }

    private static Long years(String from, String to) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        return first == null || last == null ? NO_DAYS : ChronoUnit.YEARS.between(first, last);
    }

    private static LocalDate day(String text) {
        try {
            return text.length() < 8 ? null : LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /**
     * Checks and compiles an expression.
     *
     * @param mistakes told of each mistake, with its line in the expression from 0
     */
    Optional<Condition> compile(String text, Each each, BiConsumer<Integer, String> mistakes) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            mistakes.accept(0, "the expression is longer than " + LONGEST + " characters");
            return Optional.empty();
        }
        CelValidationResult result = compilers.get(each).compile(text);
        if (result.hasError()) {
            for (CelIssue issue : result.getErrors()) {
                CelSourceLocation at = issue.getSourceLocation();
                mistakes.accept(
                        Math.max(0, at.getLine() - 1),
                        "column " + (at.getColumn() + 1) + " of the expression: " + words(issue.getMessage(), each));
            }
            return Optional.empty();
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            Optional<Long> broken = ExpressionCost.brokenPattern(tree.getExpr());
            if (broken.isPresent()) {
                mistakes.accept(
                        line(tree.getSource(), broken.get()), "the pattern of matches() is no regular expression");
                return Optional.empty();
            }
            long cost = ExpressionCost.of(tree.getExpr());
            if (each != Each.CLAIM) {
                cost = Math.min(ExpressionCost.MOST + 1, cost * ExpressionCost.ENTRIES);
            }
            if (cost > ExpressionCost.MOST) {
                mistakes.accept(
                        0,
                        "the expression costs too much: it may take more than " + ExpressionCost.MOST
                                + " steps for a claim of " + ExpressionCost.ENTRIES
                                + " lines; look into fewer lists within lists");
                return Optional.empty();
            }
            return Optional.of(new Condition(text, runtime.createProgram(tree)));
        } catch (CelValidationException | CelEvaluationException refused) {
            mistakes.accept(0, "the expression cannot be used: " + refused.getMessage());
            return Optional.empty();
        }
    }

    private static int line(CelSource source, long id) {
        Integer offset = source.getPositionsMap().get(id);
        return offset == null
                ? 0
                : source.getOffsetLocation(offset).map(at -> at.getLine() - 1).orElse(0);
    }

    /** What the compiler says, in the words of people who write rules. */
    private static String words(String message, Each each) {
        Matcher field = UNKNOWN_FIELD.matcher(message);
        if (field.matches()) {
            return "there is no field '" + field.group(1) + "'"
                    + NearName.hint(field.group(1), Vocabulary.fieldNames());
        }
        Matcher name = UNKNOWN_NAME.matcher(message);
        if (name.matches()) {
            TreeSet<String> known = new TreeSet<>(FUNCTIONS);
            known.addAll(List.of("claim", "today", each.word()));
            return "there is nothing called '" + name.group(1) + "' here" + NearName.hint(name.group(1), known);
        }
        Matcher result = RESULT.matcher(message);
        if (result.matches()) {
            return "it must come out true or false, and comes out as " + result.group(1);
        }
        return message.replace('\n', ' ')
                .replaceFirst(
                        "found no matching overload for '_?([^'_]+)_?' applied to '([^']*)'.*",
                        "$1 cannot be applied to $2");
    }

    private static final class Types implements CelTypeProvider {

        private final ImmutableList<CelType> all = Vocabulary.CLAIM.withNested().stream()
                .map(shape -> (CelType) shape.type())
                .collect(ImmutableList.toImmutableList());

        @Override
        public ImmutableCollection<CelType> types() {
            return all;
        }

        @Override
        public Optional<CelType> findType(String name) {
            return all.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}

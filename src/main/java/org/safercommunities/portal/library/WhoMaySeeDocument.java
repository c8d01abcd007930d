package org.safercommunities.portal.library;

import java.util.Optional;
import java.util.UUID;
import org.safercommunities.portal.agencies.ProofMissing;
import org.safercommunities.portal.agencies.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rule of who may see a document, as a condition that every query of the library carries. A published one: whoever
 * its audience admits, from the end of its embargo until it expires; editors whom the audience admits also before and after. A
 * withdrawn one: those editors. A draft: the editor who put it in, and the editors whom its audience admits. Any other: nobody.
 *
 * <p>What is OFFICIAL-SENSITIVE besides only people of agencies whose signature of the Information Sharing Agreement holds, editors
 * included.
 *
 * <p>What is in it is another matter than that it is there: of what is OFFICIAL-SENSITIVE nobody is given anything to read without
 * having shown a moment ago, or by a second factor, that it is them ({@link #CONTENTS}).
 *
 * <p>Beside its audience, delegates: where an editor opened a document of a pack to those who have a place at an event that hands the
 * pack out, they read it as if it were for them, for as long as they have their place and the pack is there.
 *
 * <p>And an administrator who has opened it in an emergency ({@code library.emergency}), by its address alone.
 */
@Component
public class WhoMaySeeDocument {

    private static final String AUDIENCE = """
            EXISTS (SELECT 1 FROM document_audience locks WHERE locks.document_id = d.id AND locks.token IN (:keys))
            """;

    private static final String DELEGATE = """
            EXISTS (SELECT 1 FROM document_delegate came WHERE came.document_id = d.id AND came.person_id = :me)
            """;

    private static final String EMERGENCY = """
            EXISTS (SELECT 1 FROM emergency_access open JOIN person_role office
                        ON office.person_id = open.person_id AND office.role = 'ADMINISTRATOR'
                     WHERE open.document_id = d.id AND open.person_id = :me AND open.ended_at IS NULL
                       AND open.until_at > UTC_TIMESTAMP(6))
            """;

    /**
     * Over {@code document d}, of nobody in particular: published, and not before or after its time. By the clock of the database,
     * which all nodes have in common.
     */
    public static final String OUT = """
            (d.state = 'PUBLISHED' AND (d.visible_from IS NULL OR d.visible_from <= UTC_TIMESTAMP(6))
                 AND (d.visible_until IS NULL OR d.visible_until > UTC_TIMESTAMP(6)))
            """;

    private static final String SENSITIVE_ONLY_WITH_SIGNATURE = sensitiveOnlyWithSignature("d");

    /** To stand behind WHERE or AND, over {@code document d}, with the parameters of {@link Reader#parameters}. */
    public static final String CONDITION = "(" + SENSITIVE_ONLY_WITH_SIGNATURE + " AND (" + AUDIENCE + " AND (" + OUT
            + " OR :editor AND d.state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN'))"
            + " OR :editor AND d.state = 'DRAFT' AND d.owner = :me OR " + OUT + " AND " + DELEGATE + "))";

    /** The same way: who is also given what is in it, which for OFFICIAL-SENSITIVE takes a proof that it is them. */
    public static final String CONTENTS = "(" + sensitiveOnlyWithProof("d") + " AND " + CONDITION + ")";

    /** The same way, over a document that somebody might open in an emergency: published, in its time, and signed for. */
    static final String COULD_OPEN = "(" + SENSITIVE_ONLY_WITH_SIGNATURE + " AND " + OUT + ")";

    /**
     * The same way: who opens this one document by its address. Beside those whom the rule admits, an administrator who has opened it in
     * an emergency, for as long as that and their office last. To be in a list, a search, a pack or a notice takes {@link #CONDITION}.
     */
    static final String OPENS = "(" + CONDITION + " OR " + COULD_OPEN + " AND " + EMERGENCY + ")";

    /** The same way: who is also given what is in it, by its address. */
    static final String OPENS_CONTENTS = "(" + sensitiveOnlyWithProof("d") + " AND " + OPENS + ")";

    /** The same way: the editors who may also change what they see. Being somebody’s delegate makes nobody one of them. */
    public static final String CHANGES =
            "(:editor AND (" + AUDIENCE + " OR d.state = 'DRAFT' AND d.owner = :me) AND " + CONDITION + ")";

    /** The same way: whom its place tells that it is not there any more, and why. They get nothing else of it. */
    static final String TOLD_THAT_IT_IS_GONE =
            "(" + SENSITIVE_ONLY_WITH_SIGNATURE + " AND (d.state = 'WITHDRAWN' OR d.state = 'PUBLISHED'"
                    + " AND d.visible_until <= UTC_TIMESTAMP(6)) AND (" + AUDIENCE + " OR " + DELEGATE + "))";

    /** The same way: the editors who keep its record, whatever became of it. */
    static final String ON_RECORD = "(:editor AND " + AUDIENCE + " AND " + SENSITIVE_ONLY_WITH_SIGNATURE + ")";

    /** The same way: whom its place tells that their agency’s signature is missing; it would be theirs to read otherwise. */
    static final String TOLD_TO_SIGN =
            "(NOT " + SENSITIVE_ONLY_WITH_SIGNATURE + " AND " + OUT + " AND (" + AUDIENCE + " OR " + DELEGATE + "))";

    private final JdbcClient jdbc;

    WhoMaySeeDocument(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The part of the rule that goes by the marking, over whatever has a column {@code marking} under that alias. */
    public static String sensitiveOnlyWithSignature(String alias) {
        return "(%s.marking <> 'OFFICIAL_SENSITIVE' OR '%s' IN (:keys))".formatted(alias, Reader.SIGNED);
    }

    /** The part of the rule that goes by the proof that comes with a session or token, over the same. */
    public static String sensitiveOnlyWithProof(String alias) {
        return "(%s.marking <> 'OFFICIAL_SENSITIVE' OR '%s' IN (:keys))".formatted(alias, Reader.PROVEN);
    }

    /**
     * The same of something that has been read already, and that its reader may see.
     *
     * @throws ProofMissing when it is OFFICIAL-SENSITIVE and they have first to show that it is them
     */
    public static void unlessProven(Marking marking, UUID thing, Reader reader) {
        if (needsProof(marking, reader)) {
            throw new ProofMissing(thing);
        }
    }

    /** Whether they have first to show that it is them. */
    public static boolean needsProof(Marking marking, Reader reader) {
        return marking == Marking.OFFICIAL_SENSITIVE && !reader.isProven();
    }

    /** Whether nothing but their agency’s missing signature keeps them from it. */
    boolean withholds(Reader reader, UUID document) {
        return holds(TOLD_TO_SIGN, reader, document);
    }

    boolean admits(Reader reader, UUID document) {
        return holds(CONDITION, reader, document);
    }

    /** Empty when this person may not see it; otherwise whether they may also change it. One statement. */
    Optional<Boolean> mayChange(Reader reader, UUID document) {
        return jdbc.sql("SELECT " + CHANGES + " FROM document d WHERE d.id = :id AND " + OPENS)
                .params(reader.parameters())
                .param("id", document.toString())
                .query(Boolean.class)
                .optional();
    }

    boolean lets(Reader editor, UUID document) {
        return holds(CHANGES, editor, document);
    }

    /** Whether nothing but an emergency lets them in. */
    boolean admitsInEmergency(Reader reader, UUID document) {
        return holds("(" + OPENS + " AND NOT " + CONDITION + ")", reader, document);
    }

    /** Whether a document was opened to them as a delegate, whatever its state. */
    boolean admitsAsDelegate(Reader reader, UUID document) {
        return holds(DELEGATE, reader, document);
    }

    private boolean holds(String condition, Reader reader, UUID document) {
        return jdbc.sql("SELECT COUNT(*) FROM document d WHERE d.id = :id AND " + condition)
                        .params(reader.parameters())
                        .param("id", document.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}

package org.safercommunities.portal.library;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.InvalidEntry;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.agencies.SlugOf;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where editors change what documents are sorted by. A topic or kind is never deleted, for addresses and old documents name it: it is
 * retired, and then new documents cannot have it.
 */
@Service
public class TopicDesk {

    private static final int NAME = 160;
    private static final int FIRST_YEAR = 1998;
    private static final int LAST_YEAR = 2100;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher messages;

    TopicDesk(JdbcClient jdbc, ApplicationEventPublisher messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** In the team's order. */
    @Transactional(readOnly = true)
    public List<TopicEntry> topics(Reader by) {
        EditableDocuments.unlessEditor(by);
        return jdbc.sql("""
                        SELECT t.slug, t.name, t.theme, t.retired, t.first_year, t.last_year, COUNT(d.id) AS documents
                          FROM topic t LEFT JOIN document_topic dt ON dt.topic = t.slug
                          LEFT JOIN document d ON d.id = dt.document_id AND\s""" + WhoMaySeeDocument.CONDITION + " GROUP BY t.slug ORDER BY t.position, t.name")
                .params(by.parameters())
                .query(TopicEntry.class)
                .list();
    }

    /** In the team's order. */
    @Transactional(readOnly = true)
    public List<KindEntry> kinds(Reader by) {
        EditableDocuments.unlessEditor(by);
        return jdbc.sql("""
                        SELECT k.slug, k.name, k.retired, k.retention_months, COUNT(d.id) AS documents
                          FROM document_kind k LEFT JOIN document d ON d.kind = k.slug AND\s""" + WhoMaySeeDocument.CONDITION + " GROUP BY k.slug ORDER BY k.position, k.name")
                .params(by.parameters())
                .query(KindEntry.class)
                .list();
    }

    /** @return the slug of the new topic, which stays whatever it is called later */
    @Transactional
    public String addTopic(
            String name, boolean theme, @Nullable Integer firstYear, @Nullable Integer lastYear, Reader by) {
        EditableDocuments.unlessEditor(by);
        String slug = newSlug("topic", name);
        checkYears(firstYear, lastYear);
        jdbc.sql("INSERT INTO topic (slug, name, theme, position, retired, first_year, last_year)"
                        + " SELECT ?, ?, ?, COALESCE(MAX(position), 0) + 1, FALSE, ?, ? FROM topic")
                .param(slug)
                .param(checked(name))
                .param(theme)
                .param(firstYear)
                .param(lastYear)
                .update();
        return changed("topic", slug, name, by);
    }

    @Transactional
    public void changeTopic(TopicEntry said, Reader by) {
        EditableDocuments.unlessEditor(by);
        checkYears(said.firstYear(), said.lastYear());
        int rows = jdbc.sql("UPDATE topic SET name = ?, theme = ?, retired = ?, first_year = ?, last_year = ?"
                        + " WHERE slug = ?")
                .param(checked(said.name()))
                .param(said.theme())
                .param(said.retired())
                .param(said.firstYear())
                .param(said.lastYear())
                .param(said.slug())
                .update();
        orUnknown(rows, "topic", said.slug());
        changed("topic", said.slug(), said.name(), by);
    }

    /** @return the slug of the new kind, which stays whatever it is called later */
    @Transactional
    public String addKind(String name, @Nullable Integer retentionMonths, Reader by) {
        EditableDocuments.unlessEditor(by);
        String slug = newSlug("document_kind", name);
        checkMonths(retentionMonths);
        jdbc.sql("INSERT INTO document_kind (slug, name, position, retired, retention_months)"
                        + " SELECT ?, ?, COALESCE(MAX(position), 0) + 1, FALSE, ? FROM document_kind")
                .param(slug)
                .param(checked(name))
                .param(retentionMonths)
                .update();
        return changed("kind", slug, name, by);
    }

    @Transactional
    public void changeKind(KindEntry said, Reader by) {
        EditableDocuments.unlessEditor(by);
        checkMonths(said.retentionMonths());
        int rows = jdbc.sql("UPDATE document_kind SET name = ?, retired = ?, retention_months = ? WHERE slug = ?")
                .param(checked(said.name()))
                .param(said.retired())
                .param(said.retentionMonths())
                .param(said.slug())
                .update();
        orUnknown(rows, "kind", said.slug());
        changed("kind", said.slug(), said.name(), by);
    }

    /** Puts the topics into this order; those not named come after, as they stand. */
    @Transactional
    public void orderTopics(List<String> slugs, Reader by) {
        EditableDocuments.unlessEditor(by);
        jdbc.sql("UPDATE topic SET position = position + ?").param(slugs.size()).update();
        for (int place = 0; place < slugs.size(); place++) {
            jdbc.sql("UPDATE topic SET position = ? WHERE slug = ?")
                    .param(place + 1)
                    .param(slugs.get(place))
                    .update();
        }
        changed("topic", "order", "", by);
    }

    private String newSlug(String table, String name) {
        String slug;
        try {
            slug = SlugOf.name(checked(name));
        } catch (InvalidEntry invalid) {
            throw new InvalidDocument("name", invalid.getMessage());
        }
        int there = jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE slug = ? OR name = ?")
                .params(slug, name.strip())
                .query(Integer.class)
                .single();
        if (there > 0) {
            throw new InvalidDocument("name", "There is one called “%s” already".formatted(name.strip()));
        }
        return slug;
    }

    private static String checked(String name) {
        String plain = name.strip().replaceAll("\\p{Cntrl}+", " ");
        if (plain.isEmpty() || plain.length() > NAME) {
            throw new InvalidDocument("name", "Enter a name of at most %d characters".formatted(NAME));
        }
        return plain;
    }

    private static void checkYears(@Nullable Integer first, @Nullable Integer last) {
        for (Integer year : java.util.Arrays.asList(first, last)) {
            if (year != null && (year < FIRST_YEAR || year > LAST_YEAR)) {
                throw new InvalidDocument(
                        "firstYear", "Enter a year from %d to %d, or none".formatted(FIRST_YEAR, LAST_YEAR));
            }
        }
        if (first != null && last != null && last < first) {
            throw new InvalidDocument("lastYear", "Enter a last year that is not before the first");
        }
    }

    private static void checkMonths(@Nullable Integer months) {
        if (months != null && (months < 1 || months > 1200)) {
            throw new InvalidDocument("retentionMonths", "Enter 1 to 1,200 months, or none");
        }
    }

    private static void orUnknown(int rows, String what, String slug) {
        if (rows == 0) {
            throw new InvalidDocument("slug", "There is no %s “%s”".formatted(what, slug));
        }
    }

    private String changed(String what, String slug, String name, Reader by) {
        messages.publishEvent(new TopicsChanged(what, slug, name, by.actor()));
        return slug;
    }
}

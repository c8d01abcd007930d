package org.safercommunities.portal.search;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Norms;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.engine.backend.types.dsl.StringIndexFieldTypeOptionsStep;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;

/**
 * The fields of the index, for the things of every module: the only place that defines them. Whoever changes them, or
 * {@link TextAnalysis}, raises {@link IndexFolder#DEFINITION}.
 */
class IndexedFields implements TypeBinder {

    /** What snippets are cut from: enough for some 100 pages, little enough to read for each result of a page. */
    static final int MOST_SNIPPET_CHARACTERS = 200_000;

    static final String TOKENS = "tokens";
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String BODY = "body";
    static final String TITLE_ORDER = "titleOrder";
    static final String DATE = "date";
    static final String MOMENT = "moment";
    static final String STAMP = "stamp";
    /** Microsecond from which, and microsecond before which, a thing may be found; there for each, so that one range says it. */
    static final String FROM = "from";

    static final String UNTIL = "until";
    /** Day from which a thing counts as out of date. */
    static final String STALE = "stale";
    /** Kept to be shown only. */
    static final String THING_ID = "thingId";

    static final String OPENING = "opening";
    static final String TEXT = "text";
    static final String PATH = "path";
    static final String FACTS = "facts";

    /** A moment as {@link #FROM} and {@link #UNTIL} hold it: as exactly as the database does. */
    static long inMicros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().useRootOnly();
        context.bridge(IndexedThing.class, new Bridge(context.typeFactory(), context.indexSchemaElement()));
    }

    private static final class Bridge implements TypeBridge<IndexedThing> {

        private final IndexFieldReference<String> tokens;
        private final IndexFieldReference<String> title;
        private final IndexFieldReference<String> description;
        private final IndexFieldReference<String> body;
        private final IndexFieldReference<String> titleOrder;
        private final IndexFieldReference<String> topics;
        private final IndexFieldReference<String> kind;
        private final IndexFieldReference<String> agency;
        private final IndexFieldReference<String> year;
        private final IndexFieldReference<String> source;
        private final IndexFieldReference<Long> date;
        private final IndexFieldReference<Long> moment;
        private final IndexFieldReference<Long> stamp;
        private final IndexFieldReference<Long> from;
        private final IndexFieldReference<Long> until;
        private final IndexFieldReference<Long> stale;
        private final IndexFieldReference<String> thingId;
        private final IndexFieldReference<String> opening;
        private final IndexFieldReference<String> text;
        private final IndexFieldReference<String> path;
        private final IndexFieldReference<String> facts;

        Bridge(IndexFieldTypeFactory types, IndexSchemaElement schema) {
            tokens = schema.field(TOKENS, types.asString().norms(Norms.NO))
                    .multiValued()
                    .toReference();
            title = schema.field(TITLE, words(types).projectable(Projectable.YES))
                    .toReference();
            description = schema.field(DESCRIPTION, words(types).projectable(Projectable.YES))
                    .toReference();
            body = schema.field(BODY, words(types)).toReference();
            titleOrder = schema.field(
                            TITLE_ORDER,
                            types.asString()
                                    .normalizer(TextAnalysis.IN_ORDER)
                                    .norms(Norms.NO)
                                    .sortable(Sortable.YES))
                    .toReference();
            topics = schema.field(Facet.TOPIC.field(), counted(types))
                    .multiValued()
                    .toReference();
            kind = schema.field(Facet.KIND.field(), counted(types)).toReference();
            agency = schema.field(Facet.AGENCY.field(), counted(types)).toReference();
            year = schema.field(Facet.YEAR.field(), counted(types)).toReference();
            source = schema.field(Facet.SOURCE.field(), counted(types)).toReference();
            date = schema.field(DATE, types.asLong().sortable(Sortable.YES).projectable(Projectable.YES))
                    .toReference();
            moment = schema.field(
                            MOMENT, types.asLong().searchable(Searchable.NO).sortable(Sortable.YES))
                    .toReference();
            stamp = schema.field(
                            STAMP,
                            types.asLong()
                                    .searchable(Searchable.NO)
                                    .sortable(Sortable.YES)
                                    .projectable(Projectable.YES)
                                    .aggregable(Aggregable.YES))
                    .toReference();
            from = schema.field(FROM, types.asLong()).toReference();
            until = schema.field(UNTIL, types.asLong()).toReference();
            stale = schema.field(STALE, types.asLong()).toReference();
            thingId = schema.field(THING_ID, shown(types)).toReference();
            opening = schema.field(OPENING, shown(types)).toReference();
            text = schema.field(TEXT, shown(types)).toReference();
            path = schema.field(PATH, shown(types)).toReference();
            facts = schema.field(FACTS, shown(types)).toReference();
        }

        private static StringIndexFieldTypeOptionsStep<?> words(IndexFieldTypeFactory types) {
            return types.asString().analyzer(TextAnalysis.TEXT).searchAnalyzer(TextAnalysis.STEMS);
        }

        private static StringIndexFieldTypeOptionsStep<?> counted(IndexFieldTypeFactory types) {
            return types.asString().norms(Norms.NO).aggregable(Aggregable.YES).projectable(Projectable.YES);
        }

        private static StringIndexFieldTypeOptionsStep<?> shown(IndexFieldTypeFactory types) {
            return types.asString().searchable(Searchable.NO).projectable(Projectable.YES);
        }

        @Override
        public void write(DocumentElement target, IndexedThing thing, TypeBridgeWriteContext context) {
            thing.audienceTokens().forEach(token -> target.addValue(tokens, token));
            target.addValue(title, thing.title());
            target.addValue(description, thing.description());
            target.addValue(body, thing.body());
            target.addValue(titleOrder, thing.title());
            List<String> slugs = thing.topics();
            slugs.forEach(topic -> target.addValue(topics, topic));
            target.addValue(kind, thing.kind());
            target.addValue(agency, thing.agency());
            target.addValue(year, Integer.toString(thing.dated().getYear()));
            target.addValue(source, thing.source());
            target.addValue(date, thing.dated().toEpochDay());
            target.addValue(moment, Facts.moment(thing.facts(), thing.dated()).toEpochMilli());
            target.addValue(stamp, (long) thing.stamp());
            Validity validity = thing.validity();
            target.addValue(from, validity.from() == null ? 0 : inMicros(validity.from()));
            target.addValue(until, validity.until() == null ? Long.MAX_VALUE : inMicros(validity.until()));
            target.addValue(
                    stale,
                    validity.staleFrom() == null
                            ? Long.MAX_VALUE
                            : validity.staleFrom().toEpochDay());
            target.addValue(thingId, thing.thingId().toString());
            target.addValue(opening, Excerpt.opening(thing.description(), thing.body()));
            String all = thing.body();
            target.addValue(
                    text, all.length() > MOST_SNIPPET_CHARACTERS ? all.substring(0, MOST_SNIPPET_CHARACTERS) : all);
            target.addValue(path, thing.path());
            target.addValue(facts, thing.facts());
        }
    }
}

package org.safercommunities.portal.search;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;

/**
 * How text becomes words in the embedded index.
 *
 * <p>{@link #TEXT} keeps each word as written beside its stem, so that one field serves stems, typos and beginnings of words;
 * a word with a hyphen is kept in its pieces and in one. {@link #STEMS} is what a query is made of: the parser has cut it
 * into pieces already.
 */
class TextAnalysis implements LuceneAnalysisConfigurer {

    static final String TEXT = "text";
    static final String STEMS = "stems";
    static final String IN_ORDER = "in-order";

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(TEXT)
                .custom()
                .tokenizer("whitespace")
                .charFilter("patternReplace")
                .param("pattern", "[\u2019\u02BC]")
                .param("replacement", "'")
                // A sign that stands alone would leave a gap in phrases: "women & girls"
                .charFilter("patternReplace")
                .param("pattern", "(?<!\\S)[^\\p{L}\\p{N}\\s]+(?!\\S)")
                .param("replacement", " ")
                .tokenFilter("wordDelimiterGraph")
                .param("generateWordParts", "1")
                .param("generateNumberParts", "1")
                .param("catenateWords", "1")
                .param("catenateNumbers", "1")
                .param("catenateAll", "0")
                .param("splitOnCaseChange", "0")
                .param("splitOnNumerics", "0")
                .param("stemEnglishPossessive", "1")
                .tokenFilter("flattenGraph")
                .tokenFilter("lowercase")
                .tokenFilter("asciiFolding")
                .tokenFilter("keywordRepeat")
                .tokenFilter("snowballPorter")
                .param("language", "English")
                .tokenFilter("removeDuplicates");
        context.analyzer(STEMS)
                .custom()
                .tokenizer("whitespace")
                .tokenFilter("lowercase")
                .tokenFilter("asciiFolding")
                .tokenFilter("snowballPorter")
                .param("language", "English");
        context.normalizer(IN_ORDER).custom().tokenFilter("lowercase").tokenFilter("asciiFolding");
    }
}

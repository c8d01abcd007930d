package org.safercommunities.portal.storage.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.TikaMemoryLimitException;
import org.apache.tika.exception.UnsupportedFormatException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Finds the type of a file from its bytes and reads its text. Runs inside a worker, where it may hang or break. */
final class Extraction {

    private static final int LONGEST_TITLE = 250;
    private static final int PDF_MEMORY = 32 * 1024 * 1024;

    private final TikaConfig tika;
    private final Parser parser;
    private final TypeFinder types;

    Extraction() throws IOException, TikaException, SAXException {
        // Parsers that start other programs or look into archives are left out: see tika.xml
        try (InputStream configuration = Objects.requireNonNull(
                Extraction.class.getResourceAsStream("/storage/tika.xml"), "storage/tika.xml is missing")) {
            tika = new TikaConfig(configuration);
        }
        parser = tika.getParser();
        types = new TypeFinder(tika);
        ZipSecureFile.setMinInflateRatio(0.002);
        ZipSecureFile.setMaxEntrySize(512L * 1024 * 1024);
        ZipSecureFile.setMaxFileCount(20_000);
    }

    Reading read(Path file, String fileName, int textLimit) {
        String mediaType = MediaType.OCTET_STREAM.toString();
        try {
            if (Files.size(file) == 0) {
                return Reading.without(Reading.Outcome.DAMAGED, Reasons.EMPTY, mediaType);
            }
            mediaType = types.find(file, fileName);
            return readAs(file, mediaType, textLimit).as(types.forPeople(mediaType, fileName));
        } catch (IOException | RuntimeException | StackOverflowError unreadable) {
            return Reading.without(Reading.Outcome.DAMAGED, Reasons.DAMAGED, types.forPeople(mediaType, fileName));
        }
    }

    /** The words of a file of a known type, as far as pages are drawn of them. */
    Reading readAs(Path file, String mediaType) throws IOException {
        return readAs(file, mediaType, WordPages.MOST_CHARACTERS);
    }

    private Reading readAs(Path file, String mediaType, int textLimit) throws IOException {
        if (Kinds.isZip(mediaType)) {
            return new ZipListing(textLimit).of(file, mediaType);
        }
        if (Kinds.isArchive(mediaType)) {
            return Reading.without(Reading.Outcome.UNSUPPORTED, Reasons.ARCHIVE, mediaType);
        }
        if (Kinds.isProgram(mediaType)) {
            return Reading.without(Reading.Outcome.UNSUPPORTED, Reasons.PROGRAM, mediaType);
        }
        if (!types.readable(mediaType) && !Kinds.isMedia(mediaType)) {
            return Reading.without(Reading.Outcome.UNSUPPORTED, Reasons.UNKNOWN, mediaType);
        }
        return parse(file, mediaType, textLimit);
    }

    private Reading parse(Path file, String mediaType, int textLimit) throws IOException {
        TextCollector text = new TextCollector(textLimit);
        ParseContext context = context();
        AttachedDocuments attached = new AttachedDocuments(parser, tika.getDetector(), context, text);
        context.set(EmbeddedDocumentExtractor.class, attached);
        Metadata metadata = new Metadata();
        Throwable failure = null;
        try (TikaInputStream stream = TikaInputStream.get(file, metadata)) {
            // What we told apart by its bytes is not told apart again, and the name of our own file says nothing
            metadata.remove(TikaCoreProperties.RESOURCE_NAME_KEY);
            metadata.set(Metadata.CONTENT_TYPE, mediaType);
            parser.parse(stream, text, metadata, context);
        } catch (TikaException | SAXException | IOException | RuntimeException | StackOverflowError stopped) {
            failure = text.isFull() ? null : stopped;
        }
        return conclude(mediaType, text, metadata, attached, failure, textLimit);
    }

    private ParseContext context() {
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        pdf.setMaxMainMemoryBytes(PDF_MEMORY);
        context.set(PDFParserConfig.class, pdf);
        OfficeParserConfig office = new OfficeParserConfig();
        office.setExtractMacros(true);
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setUseSAXDocxExtractor(true);
        office.setUseSAXPptxExtractor(true);
        context.set(OfficeParserConfig.class, office);
        return context;
    }

    private static Reading conclude(
            String mediaType,
            TextCollector collected,
            Metadata metadata,
            AttachedDocuments attached,
            @Nullable Throwable failure,
            int textLimit) {
        boolean media = Kinds.isMedia(mediaType);
        String text = media ? "" : collected.text();
        Reading.Outcome outcome;
        String reason;
        if (media) {
            outcome = Reading.Outcome.NO_TEXT;
            reason = Kinds.isPicture(mediaType) ? Reasons.PICTURE : Reasons.RECORDING;
        } else if (failure != null) {
            outcome = outcomeOf(failure);
            reason = !text.isEmpty() ? Reasons.PARTLY : reasonOf(outcome);
        } else if (text.isEmpty()) {
            outcome = Reading.Outcome.NO_TEXT;
            reason = Kinds.isPdf(mediaType) ? Reasons.NO_TEXT_PDF : Reasons.NO_TEXT;
        } else {
            outcome = Reading.Outcome.TEXT;
            reason = collected.isFull() ? Reasons.TEXT_CUT.formatted(textLimit) : Reasons.TEXT;
        }
        Set<String> notes = new HashSet<>();
        if (attached.macros() || mediaType.contains("macroenabled")) {
            notes.add(Reading.MACROS);
        }
        if (collected.isFull()) {
            notes.add(Reading.TRUNCATED);
        }
        return new Reading(
                outcome,
                reason,
                mediaType,
                text,
                pages(mediaType, metadata, collected),
                title(metadata),
                HigherMarkingWords.in(text),
                notes);
    }

    private static Reading.Outcome outcomeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof EncryptedDocumentException
                    || cause instanceof org.apache.poi.EncryptedDocumentException) {
                return Reading.Outcome.LOCKED;
            }
            if (cause instanceof UnsupportedFormatException) {
                return Reading.Outcome.UNSUPPORTED;
            }
            if (cause instanceof TikaMemoryLimitException || isBombWarning(cause)) {
                return Reading.Outcome.TOO_LARGE;
            }
            if (cause.getCause() == cause) {
                break;
            }
        }
        return Reading.Outcome.DAMAGED;
    }

    /** POI tells an archive that unpacks to far too much only by the words of its exception. */
    private static boolean isBombWarning(Throwable cause) {
        String message = cause.getMessage();
        return message != null && message.contains("Zip bomb");
    }

    private static String reasonOf(Reading.Outcome outcome) {
        return switch (outcome) {
            case LOCKED -> Reasons.LOCKED;
            case UNSUPPORTED -> Reasons.UNKNOWN;
            case TOO_LARGE -> Reasons.TOO_LARGE;
            default -> Reasons.DAMAGED;
        };
    }

    private static @Nullable Integer pages(String mediaType, Metadata metadata, TextCollector collected) {
        if (Kinds.isSpreadsheet(mediaType) && collected.sections() > 0) {
            return collected.sections();
        }
        for (Property count : new Property[] {PagedText.N_PAGES, Office.SLIDE_COUNT, Office.PAGE_COUNT}) {
            Integer pages = metadata.getInt(count);
            if (pages != null && pages > 0) {
                return pages;
            }
        }
        return null;
    }

    private static @Nullable String title(Metadata metadata) {
        String title = metadata.get(TikaCoreProperties.TITLE);
        if (title == null) {
            return null;
        }
        String clean = TextCollector.oneLine(title, LONGEST_TITLE).replaceFirst("^Microsoft \\w+ - ", "");
        boolean saysNothing = clean.isEmpty()
                || clean.matches("(?i)untitled.*|(no|without) title|PowerPoint Presentation|Slide 1|.*\\\\.*");
        return saysNothing ? null : clean;
    }
}

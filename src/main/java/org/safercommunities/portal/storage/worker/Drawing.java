package org.safercommunities.portal.storage.worker;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/**
 * Draws one page of a PDF or of the words of a file, or a picture made smaller, as a new PNG that holds pixels and nothing else: no position, no camera,
 * no script. Sizes are read before pixels are made, so that a small file cannot ask for a huge picture.
 */
final class Drawing {

    /** About a page of A4 at 2,400 pixels wide. */
    private static final long MOST_PIXELS_OUT = 9_000_000;

    private static final long MOST_PIXELS_IN = 120_000_000;
    private static final float LARGEST_SCALE = 300 / 72f;

    private final int width;
    private final Extraction extraction;
    private String reason = Reasons.PAGE_DAMAGED;

    /** @param width in pixels */
    Drawing(int width, Extraction extraction) {
        this.width = width;
        this.extraction = extraction;
    }

    /** Why there is no picture, after {@link #draw} gave none. */
    String reason() {
        return reason;
    }

    byte @Nullable [] draw(Path file, String mediaType, int page) {
        try {
            BufferedImage image = Kinds.isPdf(mediaType)
                    ? page(file, page)
                    : Kinds.isPicture(mediaType) ? picture(file) : words(file, mediaType, page);
            if (image == null) {
                return null;
            }
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (InvalidPasswordException locked) {
            reason = Reasons.PAGE_LOCKED;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            reason = Reasons.PAGE_DAMAGED;
        }
        return null;
    }

    /** How many pages {@link #draw} has of a file; 0 when none, for the {@link #reason}. */
    int count(Path file, String mediaType) {
        try {
            if (Kinds.isPicture(mediaType)) {
                return 1;
            }
            if (!Kinds.isPdf(mediaType)) {
                return wordsOf(file, mediaType).pages();
            }
            try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
                reason = Reasons.NO_PAGE.formatted(1);
                return document.getNumberOfPages();
            }
        } catch (InvalidPasswordException locked) {
            reason = Reasons.PAGE_LOCKED;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            reason = Reasons.PAGE_DAMAGED;
        }
        return 0;
    }

    private @Nullable BufferedImage words(Path file, String mediaType, int page) throws IOException {
        WordPages words = wordsOf(file, mediaType);
        if (page > words.pages()) {
            if (page > 1) {
                reason = Reasons.NO_PAGE.formatted(page);
            }
            return null;
        }
        return words.draw(page, width);
    }

    private WordPages wordsOf(Path file, String mediaType) throws IOException {
        Reading reading = extraction.readAs(file, mediaType);
        reason = reading.text().isBlank() ? Reasons.PAGE_WITHOUT_WORDS : Reasons.PAGE_DAMAGED;
        return new WordPages(reading.text());
    }

    private @Nullable BufferedImage page(Path file, int number) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            if (number < 1 || number > document.getNumberOfPages()) {
                reason = Reasons.NO_PAGE.formatted(number);
                return null;
            }
            PDPage page = document.getPage(number - 1);
            PDRectangle box = page.getCropBox();
            boolean turned = page.getRotation() % 180 != 0;
            float pageWidth = Math.max(1, turned ? box.getHeight() : box.getWidth());
            float pageHeight = Math.max(1, turned ? box.getWidth() : box.getHeight());
            double mostScale = Math.sqrt(MOST_PIXELS_OUT / ((double) pageWidth * pageHeight));
            float scale = (float) Math.min(Math.min(width / pageWidth, LARGEST_SCALE), mostScale);
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return renderer.renderImage(number - 1, scale, ImageType.RGB);
        }
    }

    private @Nullable BufferedImage picture(Path file) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                reason = Reasons.PICTURE_UNKNOWN;
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return picture(reader, orientation(file));
            } finally {
                reader.dispose();
            }
        }
    }

    private @Nullable BufferedImage picture(ImageReader reader, int orientation) throws IOException {
        int sourceWidth = reader.getWidth(0);
        int sourceHeight = reader.getHeight(0);
        if ((long) sourceWidth * sourceHeight > MOST_PIXELS_IN) {
            reason = Reasons.PICTURE_TOO_LARGE.formatted(sourceWidth, sourceHeight);
            return null;
        }
        boolean turned = orientation >= 5;
        int shownWidth = turned ? sourceHeight : sourceWidth;
        int shownHeight = turned ? sourceWidth : sourceHeight;
        double scale = Math.min(1, width / (double) shownWidth);
        scale = Math.min(scale, Math.sqrt(MOST_PIXELS_OUT / ((double) shownWidth * shownHeight)));
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, (int) (0.5 / scale));
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage source = reader.read(0, param);
        int targetWidth = (int) Math.max(1, Math.round(shownWidth * scale));
        int targetHeight = (int) Math.max(1, Math.round(shownHeight * scale));
        return drawn(source, orientation, targetWidth, targetHeight);
    }

    private static BufferedImage drawn(BufferedImage source, int orientation, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        boolean turned = orientation >= 5;
        double sx = (turned ? height : width) / (double) source.getWidth();
        double sy = (turned ? width : height) / (double) source.getHeight();
        AffineTransform transform = upright(orientation, turned ? height : width, turned ? width : height);
        transform.scale(sx, sy);
        graphics.drawImage(source, transform, null);
        graphics.dispose();
        return image;
    }

    /** The eight ways a camera may have been held, by the numbers of EXIF, for a picture of this size before turning. */
    private static AffineTransform upright(int orientation, double w, double h) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
    }

    private static int orientation(Path file) {
        try {
            ExifIFD0Directory exif =
                    ImageMetadataReader.readMetadata(file.toFile()).getFirstDirectoryOfType(ExifIFD0Directory.class);
            if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
                return 1;
            }
            return exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException | IOException | RuntimeException unknown) {
            return 1;
        }
    }
}

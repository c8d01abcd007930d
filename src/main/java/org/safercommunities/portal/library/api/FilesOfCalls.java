package org.safercommunities.portal.library.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.library.Intake;
import org.safercommunities.portal.library.InvalidDocument;
import org.safercommunities.portal.library.StoredFile;
import org.safercommunities.portal.library.uploads.FinishedUploads;
import org.safercommunities.portal.library.uploads.UploadRefused;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** The file that a call comes with: its bytes, or the address of an upload that has them. */
@Component
class FilesOfCalls {

    private static final String PART = "file";
    private static final Pattern UPLOAD =
            Pattern.compile("(?:.*/uploads/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final Intake intake;
    private final FinishedUploads uploads;

    FilesOfCalls(Intake intake, FinishedUploads uploads) {
        this.intake = intake;
        this.uploads = uploads;
    }

    /** A file whose bytes nobody has looked at. */
    interface Given {

        String name();

        /** Puts the bytes into the store, and makes something of them. */
        <T> T into(Function<StoredFile, T> what) throws IOException;
    }

    /**
     * @param file with bytes; null when the part was a text
     * @throws InvalidDocument when the text is not the address of an upload that this person can use
     */
    Given of(@Nullable MultipartFile file, HttpServletRequest request, Reader reader)
            throws MissingServletRequestPartException {
        if (file != null) {
            return bytes(file);
        }
        String said = request.getParameter(PART);
        if (said == null) {
            throw new MissingServletRequestPartException(PART);
        }
        Matcher address = UPLOAD.matcher(said.strip());
        if (!address.matches()) {
            throw new InvalidDocument(
                    PART, "Send the file itself, or the address of an upload that has all its bytes.");
        }
        return upload(UUID.fromString(address.group(1)), reader);
    }

    private Given bytes(MultipartFile file) {
        String said = file.getOriginalFilename();
        String name = said == null || said.isBlank() ? "document" : said;
        return new Given() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public <T> T into(Function<StoredFile, T> what) throws IOException {
                try (InputStream content = file.getInputStream()) {
                    return what.apply(intake.take(content, name));
                }
            }
        };
    }

    private Given upload(UUID id, Reader reader) {
        String name = orInvalid(() -> uploads.name(id, reader));
        return new Given() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public <T> T into(Function<StoredFile, T> what) throws IOException {
                StoredFile stored = orInvalid(() -> uploads.file(id, reader));
                return orInvalid(() -> uploads.use(id, reader, () -> what.apply(stored)));
            }
        };
    }

    /** Something with an upload. */
    @FunctionalInterface
    private interface Step<T, E extends Exception> {
        T take() throws E;
    }

    /** Here an upload is a word of the call: it is not the address that is unknown, used up or expired. */
    private static <T, E extends Exception> T orInvalid(Step<T, E> step) throws E {
        try {
            return step.take();
        } catch (UploadRefused refused) {
            throw new InvalidDocument(PART, String.valueOf(refused.getMessage()));
        }
    }
}

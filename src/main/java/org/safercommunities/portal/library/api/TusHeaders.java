package org.safercommunities.portal.library.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safercommunities.portal.library.uploads.Upload;
import org.safercommunities.portal.storage.Parts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The headers of tus 1.0, read strictly. */
final class TusHeaders {

    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,creation-with-upload,termination,expiration,checksum";
    static final String BYTES = "application/offset+octet-stream";

    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private TusHeaders() {}

    /** What every answer says; refuses who speaks another version, or not this protocol at all. */
    static void greet(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!VERSION.equals(request.getHeader("Tus-Resumable"))) {
            response.setHeader("Tus-Version", VERSION);
            throw new TusRefusal(
                    HttpStatus.PRECONDITION_FAILED.value(),
                    "Say “Tus-Resumable: %s”: that is the version spoken here.".formatted(VERSION));
        }
    }

    static void options(HttpServletResponse response, long largest) {
        response.setHeader("Tus-Resumable", VERSION);
        response.setHeader("Tus-Version", VERSION);
        response.setHeader("Tus-Extension", EXTENSIONS);
        response.setHeader("Tus-Max-Size", String.valueOf(largest));
        response.setHeader("Tus-Checksum-Algorithm", "sha256,sha1");
        response.setHeader(HttpHeaders.ALLOW, "OPTIONS, POST, HEAD, PATCH, DELETE");
    }

    static void standing(HttpServletResponse response, Upload upload) {
        response.setHeader("Upload-Offset", String.valueOf(upload.received()));
        response.setHeader("Upload-Expires", DATE.format(upload.expires()));
    }

    static void whole(HttpServletResponse response, Upload upload) {
        response.setHeader("Upload-Length", String.valueOf(upload.length()));
        if (!upload.metadata().isEmpty()) {
            response.setHeader("Upload-Metadata", upload.metadata());
        }
    }

    static long length(HttpServletRequest request) {
        if (request.getHeader("Upload-Defer-Length") != null) {
            throw malformed("Say how long the upload is in Upload-Length when you begin it: it cannot be said later.");
        }
        return number(request, "Upload-Length");
    }

    static long offset(HttpServletRequest request) {
        return number(request, "Upload-Offset");
    }

    static void requireBytes(HttpServletRequest request) {
        if (!BYTES.equals(request.getContentType())) {
            throw new TusRefusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE.value(),
                    "Send the bytes as they are, with “Content-Type: %s”.".formatted(BYTES));
        }
    }

    static Parts.@Nullable Check checksum(HttpServletRequest request) {
        String header = request.getHeader("Upload-Checksum");
        if (header == null) {
            return null;
        }
        String[] said = header.strip().split(" ", -1);
        String algorithm = ALGORITHMS.get(said[0]);
        if (said.length != 2 || algorithm == null) {
            throw malformed("Upload-Checksum is sha256 or sha1, a space and the checksum in base64.");
        }
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] expected = Base64.getDecoder().decode(said[1]);
            if (expected.length != digest.getDigestLength()) {
                throw malformed("The value of Upload-Checksum has not the length of a %s.".formatted(algorithm));
            }
            return new Parts.Check(digest, expected);
        } catch (IllegalArgumentException notBase64) {
            throw malformed("The value of Upload-Checksum is not base64.");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long number(HttpServletRequest request, String name) {
        String said = request.getHeader(name);
        if (said == null || !said.matches("[0-9]{1,18}")) {
            throw malformed("%s is a whole number of bytes, 0 or more.".formatted(name));
        }
        return Long.parseLong(said);
    }

    private static TusRefusal malformed(String words) {
        return new TusRefusal(HttpStatus.BAD_REQUEST.value(), words);
    }
}

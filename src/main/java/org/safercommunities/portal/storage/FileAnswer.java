package org.safercommunities.portal.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourceRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Has the kernel send what is a file on this machine, whole or in one range, where Tomcat offers that on this connection;
 * otherwise it is copied. So it is where Tomcat itself speaks TLS: it would offer it there too, and then encrypt all of the
 * file in the one thread that looks after every connection. Holds for every exit that answers with a {@link Resource}; several ranges in one
 * answer are written as Spring does.
 */
@Component
class FileAnswer implements WebMvcConfigurer {

    static final String FILE = "org.apache.tomcat.sendfile.filename";

    /** As Tomcat’s own files: for less, copying costs no more than handing over. */
    static final long LEAST = 48 * 1024;

    private static final String OFFERED = "org.apache.tomcat.sendfile.support";
    /** Of this connection, unlike what the request says that a proxy has passed on. */
    private static final String CIPHER = "jakarta.servlet.request.cipher_suite";

    private static final String START = "org.apache.tomcat.sendfile.start";
    private static final String END = "org.apache.tomcat.sendfile.end";
    private static final int BUFFER = 128 * 1024;

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(new Whole()).addCustomConverter(new Range());
    }

    /** @return whether Tomcat sends these bytes once the request is answered; then nothing may be written */
    private static boolean handedOver(Resource content, long start, long length) {
        if (length < LEAST
                || !(content instanceof FileSystemResource file)
                || !(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return false;
        }
        HttpServletRequest request = attributes.getRequest();
        if (!HttpMethod.GET.matches(request.getMethod())
                || !Boolean.TRUE.equals(request.getAttribute(OFFERED))
                || request.getAttribute(CIPHER) != null) {
            return false;
        }
        request.setAttribute(FILE, file.getFile().getAbsolutePath());
        request.setAttribute(START, start);
        request.setAttribute(END, start + length);
        return true;
    }

    private static boolean refused() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null
                && attributes.getResponse().getStatus() == HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE;
    }

    private static void copy(Resource content, long start, long length, HttpOutputMessage answer) throws IOException {
        try (InputStream in = content.getInputStream()) {
            in.skipNBytes(start);
            OutputStream out = answer.getBody();
            byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, length))];
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return;
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static final class Whole extends ResourceHttpMessageConverter {

        @Override
        protected void writeContent(Resource content, HttpOutputMessage answer) throws IOException {
            if (!(content instanceof FileSystemResource)) {
                super.writeContent(content, answer);
                return;
            }
            // To a range that is not in the file Spring says so, and would have all of the file follow
            long length = refused() ? 0 : content.contentLength();
            answer.getHeaders().setContentLength(length);
            if (!handedOver(content, 0, length)) {
                copy(content, 0, length, answer);
            }
        }
    }

    private static final class Range extends ResourceRegionHttpMessageConverter {

        @Override
        protected void writeResourceRegion(ResourceRegion region, HttpOutputMessage answer) throws IOException {
            Resource content = region.getResource();
            if (!(content instanceof FileSystemResource)) {
                super.writeResourceRegion(region, answer);
                return;
            }
            long whole = content.contentLength();
            long start = region.getPosition();
            long length = Math.min(region.getCount(), whole - start);
            answer.getHeaders()
                    .add(HttpHeaders.CONTENT_RANGE, "bytes " + start + '-' + (start + length - 1) + '/' + whole);
            answer.getHeaders().setContentLength(length);
            if (!handedOver(content, start, length)) {
                copy(content, start, length, answer);
            }
        }
    }
}

package org.safercommunities.portal.events.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.safercommunities.portal.agencies.Reader;
import org.safercommunities.portal.events.Certificate;
import org.safercommunities.portal.events.CertificateCode;
import org.safercommunities.portal.events.Certificates;
import org.safercommunities.portal.shared.PortalAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The paper of a certificate, written each time somebody asks for it and kept nowhere. */
@Component
public class CertificatePapers {

    private final Certificates certificates;
    private final String portal;

    CertificatePapers(Certificates certificates, @Value("${portal.url}") String portal) {
        this.certificates = certificates;
        this.portal = PortalAddress.withSlash(portal);
    }

    /** @throws org.safercommunities.portal.events.UnknownEvent when there is none, or it is not theirs to have */
    public ResponseEntity<byte[]> answer(UUID booking, Reader by) {
        Certificate certificate = certificates.take(booking, by);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("certificate-%s.pdf".formatted(certificate.code()))
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .body(paper(certificate));
    }

    byte[] paper(Certificate certificate) {
        try {
            return CertificatePaper.of(certificate, address(certificate.code()));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
    }

    private String address(CertificateCode code) {
        return portal + "certificates/" + code;
    }
}

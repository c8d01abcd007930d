package org.safercommunities.portal.notifications;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs with an RSA key (PKCS#1 v1.5 over SHA-256): by AWS-LC where its library runs, which takes a quarter of the JDK's time, else
 * by the JDK. The signatures are the same to the byte. The library is asked for this alone, never made the whole program's.
 */
final class RsaSeal {

    private static final Logger LOG = LoggerFactory.getLogger(RsaSeal.class);
    private static final String ALGORITHM = "SHA256withRSA";

    private final PrivateKey key;
    private final Provider by;

    private RsaSeal(PrivateKey key, Provider by) {
        this.key = key;
        this.by = by;
    }

    static RsaSeal of(RSAPrivateCrtKey key) {
        try {
            return by(quickest(), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing here signs with RSA", e);
        }
    }

    static RsaSeal by(Provider provider, RSAPrivateCrtKey key) throws GeneralSecurityException {
        // A key of another's would be taken apart again for each signature
        return new RsaSeal((PrivateKey) KeyFactory.getInstance("RSA", provider).translateKey(key), provider);
    }

    byte[] under(byte[] text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM, by);
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    static Provider ofTheJdk() {
        return Security.getProvider("SunRsaSign");
    }

    /** Where the library is for another machine, or may not be unpacked and loaded, the JDK. */
    static Provider quickest() {
        Throwable missing = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError();
        if (missing == null) {
            return AmazonCorrettoCryptoProvider.INSTANCE;
        }
        LOG.info("Mail is signed by the JDK, which takes four times as long: {}", missing.getMessage());
        return ofTheJdk();
    }
}

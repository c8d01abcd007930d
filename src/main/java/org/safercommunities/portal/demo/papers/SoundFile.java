package org.safercommunities.portal.demo.papers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A short recording: four notes, dying away. */
final class SoundFile {

    private static final float SAMPLES_PER_SECOND = 11_025;
    private static final double[] NOTES = {523.25, 659.25, 783.99, 1046.5};
    private static final double SECONDS_BETWEEN = 0.45;
    private static final double SECONDS = 4;

    private SoundFile() {}

    static byte[] chime() throws IOException {
        byte[] samples = new byte[(int) (SECONDS * SAMPLES_PER_SECOND)];
        for (int i = 0; i < samples.length; i++) {
            double time = i / SAMPLES_PER_SECOND;
            double sum = 0;
            for (int note = 0; note < NOTES.length; note++) {
                double since = time - note * SECONDS_BETWEEN;
                if (since >= 0) {
                    sum += Math.sin(2 * Math.PI * NOTES[note] * since) * Math.exp(-2.2 * since);
                }
            }
            samples[i] = (byte) Math.round(sum * 48);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        AudioFormat format = new AudioFormat(SAMPLES_PER_SECOND, 8, 1, true, false);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length),
                AudioFileFormat.Type.WAVE,
                bytes);
        return bytes.toByteArray();
    }
}

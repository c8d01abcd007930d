package org.safercommunities.portal.bench.extract;

import org.safercommunities.portal.storage.StorageProperties;

/** The usual settings of the workers, but for how many there are. */
final class Settings {

    private Settings() {}

    static StorageProperties with(int workers) {
        StorageProperties usual = StorageProperties.standard();
        StorageProperties.Worker worker = usual.worker();
        return new StorageProperties(
                usual.folder(),
                usual.maxFileSize(),
                usual.reserve(),
                new StorageProperties.Worker(
                        workers,
                        workers,
                        worker.heap(),
                        worker.timeLimit(),
                        worker.textLimit(),
                        worker.room(),
                        worker.queue(),
                        worker.recycle()),
                usual.clamav());
    }

    static int textLimit() {
        return StorageProperties.standard().worker().textLimit();
    }
}

#include "models/security/algorithms.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace meshscope {

void loadAlgorithms()
{
    static const bool isLoaded = [] {
        constexpr uint64_t options = OPENSSL_INIT_LOAD_CONFIG | OPENSSL_INIT_NO_ATEXIT;
        EVP_MD *hash = OPENSSL_init_crypto(options, nullptr) == 1 ? EVP_MD_fetch(nullptr, "SHA256", nullptr) : nullptr;
        EVP_MD_free(hash);
        return hash != nullptr;
    }();
    static_cast<void>(isLoaded);
}

} // namespace meshscope

/** Properties of this package may be missing unless they say otherwise. */
@Optional
package com.example.corpus.optional;

import dev.jop.markers.validation.Optional;

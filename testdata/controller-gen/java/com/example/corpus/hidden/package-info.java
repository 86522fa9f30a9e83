/** A kind that others define. */
@SkipVersion
package com.example.corpus.hidden;

import dev.jop.runtime.marker.SkipVersion;

/** A kind that others define. */
@SkipVersion
package com.example.corpus.hidden;

import dev.jop.markers.crd.SkipVersion;

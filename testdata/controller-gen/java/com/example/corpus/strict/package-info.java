/** Properties of this package must be there unless they say otherwise, as everywhere. */
package com.example.corpus.strict;

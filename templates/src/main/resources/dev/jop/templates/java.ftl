<#-- What google-java-format does with text that may be too long for a line. -->
<#macro class head tail>
<#if (head?length + 1 + tail?length) <= 100 || tail == "{}">
[=head] [=tail]
<#else>
[=head]
    [=tail]
</#if>
</#macro>
<#macro assign left right indent>
<#local space = ""?left_pad(indent)>
<#if (indent + left?length + 3 + right?length + 1) <= 100>
[=space][=left] = [=right];
<#else>
[=space][=left] =
[=space]    [=right];
</#if>
</#macro>
<#macro annotation name arguments>
<#local line = "@" + name + "(" + arguments?join(", ") + ")">
<#if line?length <= 100>
[=line]
<#else>
@[=name](
    [=arguments?join(",\n    ")])
</#if>
</#macro>

<?php

/**
 * Prints what the extension offers, as PHP code without bodies, for tools that read PHP and cannot load it.
 */

declare(strict_types=1);

$extension = new ReflectionExtension('jetpack_bridge');
$byNamespace = [];
foreach ($extension->getFunctions() as $function) {
    $parameters = array_map(
        static fn (ReflectionParameter $parameter): string => trim("{$parameter->getType()} \${$parameter->getName()}"),
        $function->getParameters()
    );
    $returns = $function->hasReturnType() ? ": {$function->getReturnType()}" : '';
    $comment = $function->getDocComment() ?: '';
    $byNamespace[$function->getNamespaceName()][] = $comment
        . "\nfunction {$function->getShortName()}(" . implode(', ', $parameters) . "){$returns}\n{\n}\n";
}
echo "<?php\n";
foreach ($byNamespace as $namespace => $functions) {
    echo "\nnamespace $namespace;\n\n", implode("\n", $functions);
}

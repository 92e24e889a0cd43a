<p class="sample">greeting implicit {$LANG.anything}</p>

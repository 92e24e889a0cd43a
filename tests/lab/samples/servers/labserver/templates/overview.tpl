<p class="sample">greeting {$greeting} for {$domain|escape} {$status}</p>
<form method="post" action="clientarea.php?action=productdetails"><input type="hidden" name="id" value="{$serviceid}"><button>Again</button></form>

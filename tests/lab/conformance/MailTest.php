<?php

declare(strict_types=1);

namespace Lab\Conformance;

/** Mails to clients, each of which modules may add to. */
final class MailTest extends LabTestCase
{
    public function testEveryTemplatedMailRunsTheHookAndWhatItsNumberCountsDependsOnTheTemplate(): void
    {
        $this->activateAddon();
        $product = $this->makeProduct(['autosetup' => 'payment', 'paytype' => 'recurring', 'pricing[monthly]' => '5.00']);
        // Three invoices before it: then the number of a service and that of an invoice differ from the client's.
        $this->db->exec('ALTER TABLE tblhosting AUTO_INCREMENT = 4');
        $this->db->exec('ALTER TABLE tblinvoices AUTO_INCREMENT = 4');
        $service = $this->order($product);
        $this->admin->open('admin/orders.php')->press('Mark Paid');

        self::assertSame(4, $service);
        self::assertSame([
            'EmailPreSend Order Confirmation 1',
            'EmailPreSend Invoice Created 4',
            'EmailPreSend Invoice Payment Confirmation 4',
            'EmailPreSend Other Product/Service Welcome Email 4',
        ], $this->events('EmailPreSend'));
        self::assertSame('4', $this->value('SELECT COUNT(*) FROM tblemails WHERE userid = 1'));
    }

    public function testATemplateIsMadeByItsModel(): void
    {
        $code = 'require getenv("LAB_SITE") . "/init.php"; $mail = new WHMCS\Mail\Template(); $mail->type = "product";'
            . '$mail->name = "Mine"; $mail->subject = "S"; $mail->message = "M"; $mail->save();'
            . 'echo WHMCS\Mail\Template::master()->where("name", "Mine")->count(), $mail->id;';
        self::lab('switch', 'sql_mode', 'strict');

        self::assertSame('15', self::lab('php', '-r', $code));
    }
}

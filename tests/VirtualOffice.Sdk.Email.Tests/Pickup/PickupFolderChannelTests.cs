using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;
using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Email.Tests;

public sealed class PickupFolderChannelTests : IDisposable
{
    private readonly DirectoryInfo _temp = Directory.CreateTempSubdirectory("office-pickup-");

    private string Folder => Path.Combine(_temp.FullName, "new", "folder");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Delete(recursive: true);

    [Fact]
    public async Task DeliverAsync_Repeated_LeavesOneWholeFileNamedAfterTheDelivery()
    {
        var channel = Channel();

        var attempt = await channel.DeliverAsync(Samples.Notification(), Cancel);
        await channel.DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryAttempt.Delivered($"{Samples.Delivery}.eml"), attempt);
        var file = Assert.Single(Directory.GetFiles(Folder));
        Assert.Equal($"{Samples.Delivery}.eml", Path.GetFileName(file));
        using var email = await MimeMessage.LoadAsync(file, Cancel);
        Assert.Equal($"{Samples.Delivery}@office.example", email.MessageId);
        Assert.Contains("Purpose: a tour", email.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeliverAsync_AfterACrashInTheMiddle_ReplacesTheUnfinishedFile()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{Samples.Delivery}.eml.tmp"), "half a messa", Cancel);

        await Channel().DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal($"{Samples.Delivery}.eml", Path.GetFileName(Assert.Single(Directory.GetFiles(Folder))));
    }

    [Fact]
    public async Task DeliverAsync_FolderThatCannotBeMade_IsRetried()
    {
        await File.WriteAllTextAsync(Path.Combine(_temp.FullName, "new"), "a file is in the way", Cancel);

        var attempt = await Channel().DeliverAsync(Samples.Notification(), Cancel);

        Assert.Equal(DeliveryOutcome.RetryLater, attempt.Outcome);
    }

    [Fact]
    public async Task DeliverAsync_RecipientThatIsNoAddress_FailsAndWritesNothing()
    {
        var attempt = await Channel().DeliverAsync(Samples.Notification(recipient: "../../anna"), Cancel);

        Assert.Equal(DeliveryOutcome.Failed, attempt.Outcome);
        Assert.False(Directory.Exists(Folder));
    }

    private PickupFolderChannel Channel()
    {
        var options = new EmailPickupOptions { Folder = Folder, From = "office@office.example" };
        return new PickupFolderChannel(
            options, new MessageComposer(options.From, options.MaxAttachmentBytes, NullLogger<MessageComposer>.Instance), NullLogger<PickupFolderChannel>.Instance);
    }
}

namespace VirtualOffice.Sdk.Asterisk;

/// <summary>The files that Asterisk records as <c>wav</c>: 16 bit, 8,000 samples a second, one channel.</summary>
internal static class RecordedFile
{
    private const int HeaderLength = 44;
    private const int BytesPerSecond = 16_000;

    /// <summary>How long it plays. The file is read to its end: its header is not to be believed while the file grows.</summary>
    public static async Task<TimeSpan> MeasureAsync(Stream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        var length = 0L;
        while (await file.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            length += read;
        }

        return TimeSpan.FromSeconds(Math.Max(0, length - HeaderLength) / (double)BytesPerSecond);
    }
}

using System.Text;

namespace VirtualOffice.Sdk.QuickStart.Tests;

/// <summary>A console that waits for a line with a word in it.</summary>
internal sealed class LineWatch(string word) : TextWriter
{
    private readonly TaskCompletionSource<string> _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    public Task<string> Seen => _seen.Task;

    public override void Write(char value)
    {
    }

    public override void WriteLine(object? value)
    {
        if (value?.ToString() is { } line && line.Contains(word, StringComparison.Ordinal))
        {
            _seen.TrySetResult(line);
        }
    }
}

namespace VirtualOffice.Sdk.Speech;

/// <summary>Keeps what was read aloud, as telephones carry it, up to a number of bytes; what was not asked for longest goes first.</summary>
internal sealed class SpeechCache(ISpeechSynthesizer synthesizer, long maxBytes = 16 << 20)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Text, string? Language), LinkedListNode<Spoken>> _spoken = [];
    private readonly LinkedList<Spoken> _order = [];
    private long _bytes;

    /// <summary>A text read aloud.</summary>
    /// <exception cref="InvalidDataException">The synthesizer gave no sound that can be used.</exception>
    public async Task<Telephony.AudioPrompt> SpeakAsync(string text, string? language, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_spoken.TryGetValue((text, language), out var known))
            {
                _order.Remove(known);
                _order.AddLast(known);
                return known.Value.Prompt;
            }
        }

        var (wav, duration) = TelephoneWav.From(await synthesizer.SpeakAsync(text, language, cancellationToken), Longest);
        var prompt = new Telephony.AudioPrompt(text, wav, duration);
        lock (_gate)
        {
            if (_spoken.TryAdd((text, language), new LinkedListNode<Spoken>(new Spoken((text, language), prompt))))
            {
                _order.AddLast(_spoken[(text, language)]);
                _bytes += wav.Length;
            }

            while (_bytes > maxBytes && _order.First is { } oldest && _order.Count > 1)
            {
                _order.Remove(oldest);
                _spoken.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Prompt.Wav.Length;
            }
        }

        return prompt;
    }

    private sealed record Spoken((string Text, string? Language) Key, Telephony.AudioPrompt Prompt);
}

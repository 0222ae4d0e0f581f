namespace VirtualOffice.Sdk.Simulation;

/// <summary>Everything one party heard, in order and without gaps.</summary>
internal sealed class Hearing
{
    private readonly List<HeardSpan> _spans = [];

    public IReadOnlyList<HeardSpan> Spans => [.. _spans];

    public HeardSound? Now => _spans is [.., { To: null } last] ? last.Sound : null;

    /// <summary>Notes what is heard from now on; false when that is nothing new.</summary>
    public bool Change(HeardSound? sound, DateTimeOffset now)
    {
        if (Now == sound)
        {
            return false;
        }

        if (_spans is [.., { To: null } last])
        {
            // What was heard for no time was not heard.
            if (last.From == now)
            {
                _spans.RemoveAt(_spans.Count - 1);
            }
            else
            {
                _spans[^1] = last with { To = now };
            }
        }

        if (sound is not null)
        {
            if (_spans is [.., { } previous] && previous.To == now && previous.Sound == sound)
            {
                _spans[^1] = previous with { To = null };
            }
            else
            {
                _spans.Add(new HeardSpan(now, null, sound));
            }
        }

        return true;
    }
}

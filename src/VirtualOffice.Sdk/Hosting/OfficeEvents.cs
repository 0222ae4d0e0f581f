using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace VirtualOffice.Sdk;

/// <summary>Hands every event to every reader's own buffer; publishing never waits.</summary>
internal sealed class OfficeEvents : IOfficeEvents
{
    private ImmutableArray<OfficeEventReader> _readers = [];

    public void Publish(OfficeEvent officeEvent)
    {
        foreach (var reader in _readers)
        {
            reader.Write(officeEvent);
        }
    }

    public IAsyncEnumerable<OfficeEvent> ReadAllAsync(CancellationToken cancellationToken = default)
    {
        // Subscribed by the call itself and not by the first read, so that nothing that follows the call is missed.
        var reader = new OfficeEventReader();
        ImmutableInterlocked.Update(ref _readers, static (all, added) => all.Add(added), reader);
        return ReadAsync(reader, cancellationToken);
    }

    private async IAsyncEnumerable<OfficeEvent> ReadAsync(OfficeEventReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            while (await reader.WaitAsync(cancellationToken))
            {
                while (reader.TryRead(out var officeEvent))
                {
                    yield return officeEvent;
                }
            }
        }
        finally
        {
            ImmutableInterlocked.Update(ref _readers, static (all, removed) => all.Remove(removed), reader);
        }
    }
}

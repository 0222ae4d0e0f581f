using Microsoft.Extensions.Time.Testing;

namespace VirtualOffice.Sdk.Asterisk.Tests.Legs;

public sealed class LegTableTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly LegTable _legs;

    public LegTableTests() => _legs = new LegTable("main", _clock);

    [Fact]
    public void HasEnded_LegThatWasRemoved_IsRememberedForAMinute()
    {
        End("one");
        Assert.True(_legs.HasEnded("one"));
        Assert.False(_legs.HasEnded("two"));
        _clock.Advance(TimeSpan.FromSeconds(59));
        End("two");
        Assert.True(_legs.HasEnded("one"));
        _clock.Advance(TimeSpan.FromSeconds(2));
        End("three");
        Assert.False(_legs.HasEnded("one"));
        Assert.True(_legs.HasEnded("two"));
    }

    [Fact]
    public void HasEnded_IdThatIsDialledAgain_Lives()
    {
        End("one");
        _legs.Add("one", tag: null, out _);
        Assert.False(_legs.HasEnded("one"));
    }

    [Fact]
    public void Remove_LegThatIsThereNoMore_KeepsItsSuccessor()
    {
        var first = _legs.Add("one", tag: null, out _);
        _legs.Remove(first);
        var second = _legs.Add("one", tag: null, out var isNew);
        _legs.Remove(first);
        Assert.True(isNew);
        Assert.Same(second, _legs.Find("one"));
    }

    private void End(string channel) => _legs.Remove(_legs.Add(channel, tag: null, out _));
}

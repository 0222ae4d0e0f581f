using VirtualOffice.Sdk.Telephony;

namespace VirtualOffice.Sdk.Asterisk.Tests.Events;

public sealed class EventBufferTests
{
    private readonly EventBuffer _buffer = new(3);

    [Fact]
    public async Task Write_PastTheLimit_EndsTheConnectionAndLosesNothingBefore()
    {
        for (var i = 0; i < 5; i++)
        {
            _buffer.Write(new PbxDisconnected(i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        var read = new List<string>();
        await foreach (var e in _buffer.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            read.Add(((PbxDisconnected)e).Reason);
        }

        Assert.Equal(["0", "1", "2"], read);
        Assert.Equal(TelephonyError.Unavailable, _buffer.Reason!.Error);
    }

    [Fact]
    public void Write_WhatIsTaken_MakesRoom()
    {
        for (var i = 0; i < 100; i++)
        {
            _buffer.Write(new PbxDisconnected(""));
            Assert.True(_buffer.Reader.TryRead(out _));
            _buffer.Taken();
        }

        Assert.Null(_buffer.Reason);
    }

    [Fact]
    public void End_Twice_KeepsTheFirstReason()
    {
        _buffer.End(new TelephonyException(TelephonyError.Replaced, "first"));
        _buffer.End(new TelephonyException(TelephonyError.Unavailable, "second"));
        Assert.Equal(TelephonyError.Replaced, _buffer.Reason!.Error);
    }
}

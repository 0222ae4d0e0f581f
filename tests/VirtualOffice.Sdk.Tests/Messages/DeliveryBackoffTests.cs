using VirtualOffice.Sdk.Messages;

namespace VirtualOffice.Sdk.Tests.Messages;

public sealed class DeliveryBackoffTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 15)]
    [InlineData(3, 60)]
    [InlineData(4, 300)]
    [InlineData(5, 900)]
    [InlineData(6, 1800)]
    [InlineData(7, 3600)]
    [InlineData(125, 3600)]
    public void After_FailedAttempts_IsThePauseOfTheTable(int attempts, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DeliveryBackoff.After(attempts));

    [Fact]
    public void After_AllAttempts_IsGivenUpAndStaysSo()
    {
        Assert.Null(DeliveryBackoff.After(126));
        Assert.Null(DeliveryBackoff.After(int.MaxValue));
    }

    [Fact]
    public void After_AllPausesTogether_AreFiveDaysToTheHour()
    {
        var total = TimeSpan.Zero;
        for (var attempts = 1; DeliveryBackoff.After(attempts) is { } pause; attempts++)
        {
            total += pause;
        }

        Assert.InRange(total, TimeSpan.FromDays(5) - TimeSpan.FromHours(1), TimeSpan.FromDays(5));
    }
}

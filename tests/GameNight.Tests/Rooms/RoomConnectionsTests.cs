using GameNight.Rooms.Live;

namespace GameNight.Tests.Rooms;

/// <summary>Requests of a page that is loaded again may overtake each other.</summary>
public class RoomConnectionsTests
{
    private readonly RoomConnections _connections = new(1, new FakeClock());

    [Fact]
    public void Open_WhatThePhoneOpenedBeforeTheOneThatIsThere_IsReplacedItself()
    {
        var newer = _connections.Open(seat: 1, id: null, opened: 2000);
        var late = _connections.Open(seat: 1, id: null, opened: 1000);
        _connections.Close(late);
        Assert.True(late.Replaced.IsCompleted);
        Assert.False(newer.Replaced.IsCompleted);
    }

    /// <summary>Another seat's phone has a clock of its own, and who says no time is the latest.</summary>
    [Theory]
    [InlineData(1, 3000L, true)]
    [InlineData(1, null, true)]
    [InlineData(2, 1000L, false)]
    public void Open_AnotherOne_ReplacesThatOfItsSeat(int seat, long? opened, bool isReplaced)
    {
        var earlier = _connections.Open(seat: 1, id: null, opened: 2000);
        Assert.False(_connections.Open(seat, id: null, opened).Replaced.IsCompleted);
        Assert.Equal(isReplaced, earlier.Replaced.IsCompleted);
    }

    [Fact]
    public void Open_AfterOneThatIsClosed_CountsWhateverTheClock()
    {
        _connections.Close(_connections.Open(seat: 1, id: null, opened: 2000));
        Assert.False(_connections.Open(seat: 1, id: null, opened: 1000).Replaced.IsCompleted);
    }
}

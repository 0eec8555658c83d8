using GameNight.Http;

namespace GameNight.Tests.Http;

public sealed class ApiPathTests
{
    [Theory]
    [InlineData("/api/algorithms", true)]
    [InlineData("/API/nothing", true)]
    [InlineData("/api//algorithms", true)]
    [InlineData("/api", false)]
    [InlineData("/api/", false)]
    [InlineData("/apis/algorithms", false)]
    [InlineData("/", false)]
    [InlineData("", false)]
    public void IsCall_PathsBelowApi_AndNoPage(string path, bool expected) => Assert.Equal(expected, ApiPath.IsCall(path));
}

using System.Text;
using GameNight.Native.XGBoost;

namespace GameNight.Tests.Native;

public sealed class UbjScannerTests
{
    [Theory]
    [InlineData("Z")]
    [InlineData("i1")]
    [InlineData("Si5hello")]
    [InlineData("[]")]
    [InlineData("[i1Si2hiT]")]
    [InlineData("[#i2i1i2")]
    [InlineData("[$l#i200001111")]
    [InlineData("[$T#i9")]
    [InlineData("{}")]
    [InlineData("{i1aT}")]
    [InlineData("{i1a[$D#i111112222i1b{i1cSi0}}")]
    [InlineData("{#i1i1aT")]
    [InlineData("{$U#i2i1a1i1b2")]
    public void IsComplete_WholeDocument_IsTrueAndOfEveryShorterPieceFalse(string text)
    {
        var document = Bytes(text);
        Assert.True(UbjScanner.IsComplete(document));
        for (var length = 0; length < document.Length; length++)
            Assert.False(UbjScanner.IsComplete(document.AsSpan(0, length)));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("S?")]
    [InlineData("SZ")]
    [InlineData("[$U]")]
    [InlineData("[$d#LLLLLLLLL0000")]
    [InlineData("{$T#LLLLLLLLL0000")]
    public void IsComplete_InvalidDocument_IsFalse(string text) =>
        Assert.False(UbjScanner.IsComplete(Bytes(text)));

    [Fact]
    public void IsComplete_NegativeLength_IsFalse() =>
        Assert.False(UbjScanner.IsComplete([.. "Si"u8, 0xff, .. "text"u8]));

    [Fact]
    public void IsComplete_VeryDeepDocument_IsFalse() =>
        Assert.False(UbjScanner.IsComplete(Bytes(new string('[', 1_000_000))));

    /// <summary>Converts a text to bytes, in which a digit after <c>i</c> becomes a byte of that value.</summary>
    private static byte[] Bytes(string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var i = 1; i < bytes.Length; i++)
        {
            if (bytes[i - 1] == 'i' && char.IsAsciiDigit((char)bytes[i]))
                bytes[i] -= (byte)'0';
        }

        return bytes;
    }
}

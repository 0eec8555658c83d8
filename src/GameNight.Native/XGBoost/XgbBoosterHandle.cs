using Microsoft.Win32.SafeHandles;

namespace GameNight.Native.XGBoost;

/// <summary>Owns a <c>BoosterHandle</c>.</summary>
internal sealed class XgbBoosterHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle() => XgbApi.XGBoosterFree(handle) == 0;
}

## 添付ファイル
reason-enclosure-disguised = 添付の「{ $name }」は、{ $how ->
    [reversed] 文字のならびを逆にする記号で、
    [spaces] 名前に長い空白を入れて、
   *[double_ending] 名前の終わりを2つ重ねて、
 }ほんとうの種類をかくしています（ほんとうは「.{ $ending }」のファイル）。
reason-enclosure-program = 添付の「{ $name }」は、開くと動きだすプログラム（アプリ）です。
reason-enclosure-script = 添付の「{ $name }」は、開くとパソコンに命令を出すファイルです。
reason-enclosure-shortcut = 添付の「{ $name }」は、書類ではなく、ほかのものを呼び出す「近道」のファイルです。
reason-enclosure-disk_image = 添付の「{ $name }」は、中身をかくして届けるときに使われるファイルです。
reason-enclosure-page = 添付の「{ $name }」は、書類ではなくウェブページです。開くと、にせの入力画面が出ることがあります。
reason-enclosure-macros = 添付の「{ $name }」には、書類を開くと動きだすしかけ（マクロ）があります。
reason-enclosure-locked_archive = 添付の「{ $name }」にはカギがかかっていて、届く前の検査で中を調べられません。

## 差出人の検査
reason-sender-failed_check = 差出人は{ $brand }のアドレス（{ $domain }）ですが、受けとったメール会社の検査で「本物と確認できない」とされています。
